package io.fengsui.portal.notice;

import io.fengsui.crawler.notice.Product;
import io.fengsui.portal.page.Markup;
import io.fengsui.portal.page.Words;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Products as a table; columns that hold nothing are left out. */
final class Products {
  private record Column(String key, Function<Product, @Nullable String> text) {
    String of(Product product) {
      String found = text.apply(product);
      return found == null ? "" : Markup.plain(found);
    }
  }

  private static final List<Column> COLUMNS = List.of(new Column("name", Product::name),
      new Column("brand", Product::brand), new Column("model", Product::model), new Column("lot", Product::lot),
      new Column("gtin", product -> String.join(" ", product.gtins())), new Column("quantity", Product::quantity));

  private final List<Product> products;
  private final List<Column> filled;

  Products(List<Product> products) {
    this.products = products;
    this.filled = COLUMNS.stream().filter(column -> products.stream().anyMatch(p -> !column.of(p).isEmpty())).toList();
  }

  List<String> headings(Words words) {
    return filled.stream().map(column -> words.say("product." + column.key())).toList();
  }

  List<List<String>> rows() {
    return products.stream().map(product -> filled.stream().map(column -> column.of(product)).toList())
        .filter(row -> row.stream().anyMatch(cell -> !cell.isEmpty())).toList();
  }
}
