package io.fengsui.crawler.feed;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Resolves what feeds give as addresses; letters of other scripts stay as they are (IRI, RFC 3987). */
final class Addresses {
  private static final Pattern SCHEME = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*):(?s:.*)");
  private static final Pattern SLASHES = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*://)/+");
  /** Schemes that a link may have; none of them runs or shows anything by itself. */
  private static final Set<String> SAFE = Set.of("http", "https", "ftp", "ftps", "sftp", "file", "gopher", "mailto",
      "news", "nntp", "snews", "telnet", "ssh", "feed", "tel", "sms", "callto", "skype", "sip", "sips", "xmpp", "irc",
      "ircs", "magnet", "rtsp", "mms", "rsync", "svn", "svn+ssh", "git", "cvs", "aim", "gtalk", "msnim", "ymsgr",
      "facetime", "itms", "imap", "wais", "prospero", "webcal", "geo", "urn", "tag", "doi", "smb", "h323", "hdl");

  private Addresses() {}

  /** The base for what is inside an element that has a base of its own; one that is not safe is not taken. */
  static @Nullable String base(@Nullable String outer, String given) {
    String absolute = resolve(outer, given.strip());
    return isSafe(absolute) && !absolute.isEmpty() ? absolute : outer;
  }

  /** The absolute address; as it was given where it is absolute already or there is no base. */
  static String resolve(@Nullable String base, String given) {
    if (isAbsolute(given))
      return SLASHES.matcher(given).replaceFirst("$1");
    if (base == null || base.isEmpty() || !isAbsolute(base))
      return given;
    if (given.isEmpty())
      return base;
    String absolute = absolute(base, given);
    return absolute.isEmpty() ? given : absolute;
  }

  private static String absolute(String base, String given) {
    var link = new Element("a");
    link.setBaseUri(base);
    return link.attr("href", given).absUrl("href");
  }

  static boolean isAbsolute(String address) {
    return !address.isEmpty() && SCHEME.matcher(address).matches();
  }

  /** Whether an address is relative or has a scheme that may be followed. White space and controls hide no scheme. */
  static boolean isSafe(String address) {
    String bare = address.indexOf(':') < 0 ? "" : address.replaceAll("[\\p{Cntrl}\\s\\p{Z}]+", "");
    var scheme = SCHEME.matcher(bare);
    if (!scheme.matches())
      // What a browser might still take for a scheme: anything before a colon that is not a path, query or fragment.
      return bare.indexOf(':') < 0 || bare.matches("(?s)[^:]*[/?#].*");
    return SAFE.contains(scheme.group(1).toLowerCase(Locale.ROOT));
  }
}
