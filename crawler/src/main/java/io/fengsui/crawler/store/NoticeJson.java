package io.fengsui.crawler.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import io.fengsui.crawler.notice.Notice;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A notice as JSON, as it is kept: names are those of the records, what is empty is left out. Reading skips names that it
 * does not know and takes what is not there as empty, so that versions before and after this one read each other's.
 */
final class NoticeJson {
  private static final TypeReference<List<FieldChange>> CHANGES = new TypeReference<>() {};

  private static final JsonMapper MAPPER = JsonMapper.builder()
      .changeDefaultVisibility(visible -> visible.withVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE))
      .changeDefaultPropertyInclusion(include -> include.withValueInclusion(JsonInclude.Include.NON_NULL))
      .withConfigOverride(List.class, NoticeJson::emptyIsAbsent)
      .withConfigOverride(Map.class, NoticeJson::emptyIsAbsent)
      .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS).disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .build();

  private NoticeJson() {}

  static String text(Notice notice) {
    return MAPPER.writeValueAsString(notice);
  }

  static byte[] bytes(Notice notice) {
    return MAPPER.writeValueAsBytes(notice);
  }

  static Notice notice(String json) {
    return MAPPER.readValue(json, Notice.class);
  }

  static String text(List<FieldChange> changes) {
    return MAPPER.writeValueAsString(changes);
  }

  static List<FieldChange> changes(String json) {
    return MAPPER.readValue(json, CHANGES);
  }

  private static void emptyIsAbsent(tools.jackson.databind.cfg.MutableConfigOverride type) {
    type.setInclude(JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS));
    type.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
  }
}
