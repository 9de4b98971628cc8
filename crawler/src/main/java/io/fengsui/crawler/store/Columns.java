package io.fengsui.crawler.store;

import java.sql.Array;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Binds the rows of a batch as one array for each column, for {@code unnest}: a batch is one statement. */
final class Columns<T> {
  private final Handle handle;
  private final List<T> rows;

  Columns(Handle handle, Collection<T> rows) {
    this.handle = handle;
    this.rows = List.copyOf(rows);
  }

  <S extends SqlStatement<S>> Bound<T, S> to(S statement) {
    return new Bound<>(this, statement);
  }

  private Array array(String type, Function<T, ? extends @Nullable Object> column) {
    try {
      return handle.getConnection().createArrayOf(type, rows.stream().map(column).toArray(typed(type)));
    } catch (SQLException e) {
      throw new IllegalStateException("no array of " + type, e);
    }
  }

  /** The driver writes arrays of these classes in binary, and byte strings in no other. */
  private static IntFunction<Object[]> typed(String type) {
    return switch (type) {
      case "text" -> String[]::new;
      case "bytea" -> byte[][]::new;
      case "int8" -> Long[]::new;
      case "int4" -> Integer[]::new;
      case "bool" -> Boolean[]::new;
      default -> throw new IllegalArgumentException(type);
    };
  }

  /** The statement with some columns bound. */
  record Bound<T, S extends SqlStatement<S>>(Columns<T> columns, S statement) {
    Bound<T, S> bind(String name, String type, Function<T, ? extends @Nullable Object> column) {
      statement.bindBySqlType(name, columns.array(type, column), Types.ARRAY);
      return this;
    }
  }
}
