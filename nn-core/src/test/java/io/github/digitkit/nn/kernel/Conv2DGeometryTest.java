package io.github.digitkit.nn.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Conv2DGeometryTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
  void everySizeCountsInEquality(int size) throws Exception {
    Object[] sizes = new Object[12];
    Arrays.setAll(sizes, i -> i + 1);
    Conv2DGeometry geometry = geometry(sizes);
    assertThat(geometry(sizes)).isEqualTo(geometry).hasSameHashCodeAs(geometry);
    sizes[size] = 100;
    assertThat(geometry(sizes)).isNotEqualTo(geometry).doesNotHaveSameHashCodeAs(geometry);
  }

  private static Conv2DGeometry geometry(Object[] sizes) throws Exception {
    Constructor<?> constructor = Conv2DGeometry.class.getDeclaredConstructors()[0];
    return (Conv2DGeometry) constructor.newInstance(sizes);
  }
}
