package io.github.digitkit.web.page;

import io.github.digitkit.web.http.Json;
import java.util.List;
import java.util.Map;

/**
 * The table of accuracies on the first page. The figures were measured for the bundled weights; for
 * any other weights the page says that it has none.
 */
final class Accuracy {
  private static final List<String> SETS =
      List.of("mnist", "tablet", "printed", "own", "newspaper", "cheque");

  private final Map<String, String> figures = Json.strings(Resources.read("accuracy.json"));
  private final boolean valid;

  /**
   * Reads the figures.
   *
   * @param recipe by which the loaded weights were trained
   */
  Accuracy(String recipe) {
    this.valid = recipe.equals(figures.get("recipe"));
  }

  /** The rows of the table. */
  String rows(Language language) {
    if (!valid) {
      return "<tr><td colspan=\"2\">"
          + Template.escape(language.text("home.table.none"))
          + "</td></tr>";
    }
    StringBuilder rows = new StringBuilder();
    for (String set : SETS) {
      rows.append("<tr><th scope=\"row\">")
          .append(Template.escape(language.text("accuracy." + set)))
          .append("</th><td class=\"number\">")
          .append(Template.escape(figures.getOrDefault(set, "–")))
          .append("&nbsp;%</td></tr>");
    }
    return rows.toString();
  }
}
