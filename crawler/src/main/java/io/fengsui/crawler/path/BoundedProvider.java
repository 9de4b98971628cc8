package io.fengsui.crawler.path;

import com.jayway.jsonpath.spi.json.Jackson3JsonProvider;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets the JSONPath library look at only so many values: {@code $..*..*..*} looks at a small record for ever. One evaluation, one
 * provider.
 */
final class BoundedProvider extends Jackson3JsonProvider {
  private static final int LOOKS = 2_000_000;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final ObjectReader READER = MAPPER.readerFor(Object.class);
  private int looks;

  BoundedProvider() {
    super(MAPPER, READER);
  }

  /** Whether the library wanted more: then what it found is not all. */
  boolean isOver() {
    return looks > LOOKS;
  }

  private void look() {
    if (++looks > LOOKS)
      throw new Overrun("too many looks");
  }

  @Override
  public boolean isMap(@Nullable Object value) {
    look();
    return super.isMap(value);
  }

  @Override
  public boolean isArray(@Nullable Object value) {
    look();
    return super.isArray(value);
  }

  @Override
  public Object getMapValue(Object value, String key) {
    look();
    return super.getMapValue(value, key);
  }

  @Override
  public Object getArrayIndex(Object value, int index) {
    look();
    return super.getArrayIndex(value, index);
  }
}
