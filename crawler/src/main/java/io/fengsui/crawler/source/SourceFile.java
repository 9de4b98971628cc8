package io.fengsui.crawler.source;

import io.fengsui.crawler.notice.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quartz.CronExpression;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one file of {@code config/sources}. */
final class SourceFile {
  private static final String TAG = "[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*";
  private static final String ID = "[a-z0-9]+(-[a-z0-9]+)*";

  private final Path file;
  private final Faults faults;

  SourceFile(Path file) {
    this.file = file;
    this.faults = new Faults(file);
  }

  /** Reads the file. */
  SourceReading read() {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in.readNBytes(YamlText.LARGEST + 1));
    } catch (IOException e) {
      faults.add(1, "cannot be read: " + e.getMessage());
      return new SourceReading.Faulty(faults.all());
    }
  }

  /** Reads what the file holds, or may hold soon. */
  SourceReading read(byte[] yaml) {
    Source source = null;
    try {
      Node root = YamlText.parse(yaml, faults);
      Section section = root == null ? null : Section.of(root, "a source", faults);
      source = section == null ? null : source(section);
    } catch (RuntimeException | StackOverflowError e) {
      // A path or an expression that its own library breaks on: the file's fault all the same.
      faults.add(1, "cannot be understood: " + e);
    }
    if (source == null && faults.isEmpty())
      faults.add(1, "cannot be understood");
    return source != null && faults.isEmpty() ? new SourceReading.Good(source) : new SourceReading.Faulty(faults.all());
  }

  private @Nullable Source source(Section section) {
    String id = id(section);
    Names names = names(section, "names");
    Names authority = names(section, "authority");
    String homepage = section.required("homepage");
    String licence = section.required("licence");
    Source.Verified verified = section.converted("verified", SourceFile::verified,
        "recorded, documented or unverified");
    section.required("kind");
    Kind kind = section.converted("kind", text -> Kind.of(text).orElse(null), "one of " + kinds());
    String language = language(section);
    boolean enabled = section.flag("enabled", true);
    List<String> notifying = section.texts("notifying");
    Rhythm rhythm = rhythm(part(section, "rhythm"));
    Section fetch = part(section, "fetch");
    FetchPlan fetching = fetch == null ? null : FetchFile.read(fetch);
    Section read = part(section, "read");
    ReadPlan reading = read == null ? null : new ReadFile(faults).read(read);
    section.end();
    if (kind == null || rhythm == null || fetching == null || reading == null)
      return null;
    return new Source(id, names, authority, homepage, licence, kind, notifying, language,
        verified == null ? Source.Verified.UNVERIFIED : verified, enabled, rhythm, fetching, reading, file);
  }

  private static @Nullable Section part(Section section, String key) {
    if (!section.has(key))
      section.fault("\"" + key + "\" is missing");
    return section.section(key);
  }

  private String id(Section section) {
    String id = section.required("id");
    String name = file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
    if (!id.isEmpty() && !id.matches(ID))
      section.fault("id", "\"id\" is made of lower-case letters, digits and hyphens; not " + id);
    else if (!id.isEmpty() && !id.equals(name))
      section.fault("id", "\"id\" must be the file's name, " + name + "; not " + id);
    return id;
  }

  private static Names names(Section section, String key) {
    Section names = part(section, key);
    if (names == null)
      return new Names("", "");
    var read = new Names(names.required("zh"), names.required("en"));
    names.end();
    return read;
  }

  private static Source.@Nullable Verified verified(String text) {
    return Stream.of(Source.Verified.values()).filter(each -> each.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst().orElse(null);
  }

  private static String kinds() {
    return Stream.of(Kind.values()).map(Kind::code).collect(Collectors.joining(", "));
  }

  private static String language(Section section) {
    section.required("language");
    String tag = section.converted("language",
        text -> text.matches(TAG) ? Locale.forLanguageTag(text).toLanguageTag() : null,
        "a BCP 47 tag such as en, or und");
    return tag == null ? "und" : tag;
  }

  private static @Nullable Rhythm rhythm(@Nullable Section rhythm) {
    if (rhythm == null)
      return null;
    Duration every = rhythm.duration("every");
    Duration least = rhythm.duration("least");
    Duration most = rhythm.duration("most");
    String cron = cron(rhythm);
    ZoneId zone = rhythm.converted("zone", ZoneId::of, "a time zone such as Europe/Brussels");
    Duration expected = FetchFile.duration(rhythm, "expected");
    if (rhythm.has("every") == rhythm.has("cron"))
      rhythm.fault("a rhythm needs exactly one of every and cron");
    if (rhythm.has("cron") && !rhythm.has("zone"))
      rhythm.fault("\"zone\" is missing: a cron expression needs the publisher's time zone");
    if (rhythm.has("cron") && (least != null || most != null))
      rhythm.fault("\"least\" and \"most\" are limits of \"every\", not of a cron expression");
    if (every != null && (least != null && least.compareTo(every) > 0 || most != null && most.compareTo(every) < 0))
      rhythm.fault("\"every\" must lie between \"least\" and \"most\"");
    rhythm.end();
    if (expected == null)
      return null;
    if (every != null)
      return new Rhythm.Every(every, expected, least == null ? every : least, most == null ? every : most);
    return cron == null || zone == null ? null : new Rhythm.Cron(cron, zone, expected);
  }

  private static @Nullable String cron(Section rhythm) {
    String cron = rhythm.text("cron");
    try {
      if (cron != null)
        CronExpression.validateExpression(cron);
      return cron;
    } catch (ParseException | RuntimeException e) {
      rhythm.fault("cron",
          "\"cron\" is not a Quartz cron expression (second minute hour day month weekday): " + e.getMessage());
      return null;
    }
  }
}
