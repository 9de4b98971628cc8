package io.fengsui.crawler.fetch;

import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** The HTTP client with everything switched off that it would do by itself: redirects, decoding, retries, cookies. */
final class Client {
  private static final int MOST_HEADERS = 200;
  private static final int LONGEST_LINE = 64 << 10;

  private Client() {}

  static CloseableHttpClient create(EgressGuard guard, FetchSettings settings) {
    var connections = PoolingHttpClientConnectionManagerBuilder.create().setDnsResolver(guard)
        .setMaxConnPerRoute(settings.connectionsPerHost())
        .setMaxConnTotal(256).setConnectionFactory(connectionFactory())
        .setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(Timeout.ofSeconds(20))
            .setSocketTimeout(Timeout.ofSeconds(60)).setValidateAfterInactivity(TimeValue.ofSeconds(2)).build());
    return HttpClients.custom().setConnectionManager(connections.build()).setUserAgent(settings.userAgent())
        .setDefaultRequestConfig(RequestConfig.custom().setConnectionRequestTimeout(30, TimeUnit.SECONDS)
            .setContentCompressionEnabled(false).setProtocolUpgradeEnabled(false).build())
        .disableRedirectHandling().disableContentCompression().disableAutomaticRetries().disableCookieManagement()
        .disableAuthCaching().evictIdleConnections(TimeValue.ofSeconds(30)).build();
  }

  private static ManagedHttpClientConnectionFactory connectionFactory() {
    return ManagedHttpClientConnectionFactory.builder()
        .http1Config(Http1Config.custom().setMaxHeaderCount(MOST_HEADERS).setMaxLineLength(LONGEST_LINE).build())
        .build();
  }
}
