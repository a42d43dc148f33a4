package io.github.digitkit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonObjectTest {
  @Test
  void keepsTheOrderOfItsMembers() {
    assertThat(new JsonObject().put("b", 1).put("a", 2L).put("c", true))
        .hasToString("{\"b\":1,\"a\":2,\"c\":true}");
  }

  @Test
  void writesAnEmptyObject() {
    assertThat(new JsonObject()).hasToString("{}");
  }

  @Test
  void nestsObjectsListsAndArrays() {
    JsonObject inner = new JsonObject().put("box", new int[] {1, 2});
    assertThat(new JsonObject().put("list", List.of(inner, inner)).put("p", new double[] {0.25, 1}))
        .hasToString("{\"list\":[{\"box\":[1,2]},{\"box\":[1,2]}],\"p\":[0.25,1.0]}");
  }

  @Test
  void roundsToSixDecimalsAndNeverWritesAnExponentForSmallProbabilities() {
    assertThat(new JsonObject().put("x", 0.12345678).put("y", 1e-4).put("z", 1e-9))
        .hasToString("{\"x\":0.123457,\"y\":0.0001,\"z\":0.0}");
  }

  @Test
  void writesNullForWhatIsMissingOrNoNumber() {
    assertThat(
            new JsonObject().put("a", null).put("b", Double.NaN).put("c", Double.NEGATIVE_INFINITY))
        .hasToString("{\"a\":null,\"b\":null,\"c\":null}");
  }

  @Test
  void escapesWhatJsonForbidsInText() {
    assertThat(new JsonObject().put("f", "a\"b\\c\n\t\u0001\ud800é😀"))
        .hasToString("{\"f\":\"a\\\"b\\\\c\\n\\t\\u0001\\ud800é😀\"}");
  }
}
