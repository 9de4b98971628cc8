package io.fengsui.crawler.health;

/** How likely so few are. */
final class Binomial {
  private Binomial() {}

  /** The probability that of {@code n} notices {@code k} or fewer have a field that each has with probability {@code p}. */
  static double atMost(int k, int n, double p) {
    if (k >= n || p <= 0)
      return 1;
    if (p >= 1)
      return 0;
    double term = n * Math.log1p(-p);
    double odds = Math.log(p) - Math.log1p(-p);
    double sum = 0;
    for (int i = 0; i <= k; i++) {
      sum += Math.exp(term);
      term += odds + Math.log((double) (n - i) / (i + 1));
    }
    return Math.min(1, sum);
  }
}
