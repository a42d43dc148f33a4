package io.github.digitkit.train.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.github.digitkit.train.data.augment.Augmentation;
import io.github.digitkit.train.data.augment.AugmentationContext;
import io.github.digitkit.train.data.augment.AugmentationSets;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class EpochSourceTest {
  private static final Augmentation NOISY =
      (image, context) -> {
        for (int i = 0; i < image.length; i++) {
          image[i] = 0.5f * image[i] + 0.5f * context.random().nextFloat();
        }
      };

  @Test
  void everyPictureOfTheMainSetComesOnceInEachEpoch() {
    EpochSource source = EpochSource.of(TestPictures.numbered(100, 10)).seed(5).build();
    for (int number = 0; number < 3; number++) {
      assertThat(indices(source, number))
          .hasSize(100)
          .containsExactlyInAnyOrderElementsOf(range(100));
    }
    assertThat(indices(source, 0)).isNotEqualTo(indices(source, 1)).isNotEqualTo(range(100));
  }

  @Test
  void inOrderKeepsTheOrder() {
    EpochSource source = EpochSource.of(TestPictures.numbered(50, 10)).inOrder().build();
    assertThat(indices(source, 7)).isEqualTo(range(50));
  }

  @Test
  void sharesOfPoolsAreDrawnAnewAndWithoutRepetition() {
    EpochSource source =
        EpochSource.of(TestPictures.numbered(100, 10))
            .mix(ArrayDatasetTest.constant(40, 1f, 10), 0.15)
            .mix(TestPictures.numbered(60, 11), 0.2)
            .build();
    assertThat(source.epochSize()).isEqualTo(135);
    assertThat(source.classes()).isEqualTo(11);
    Set<Set<Integer>> draws = new HashSet<>();
    for (int number = 0; number < 4; number++) {
      List<Integer> drawn = new ArrayList<>(indices(source, number));
      assertThat(drawn.stream().filter(i -> i == 255)).hasSize(15);
      drawn.removeAll(List.of(255));
      range(100).forEach(i -> drawn.remove((Object) i));
      assertThat(drawn).hasSize(20).doesNotHaveDuplicates().allMatch(i -> i < 60);
      draws.add(Set.copyOf(drawn));
    }
    assertThat(draws).hasSizeGreaterThan(1);
  }

  @Test
  void poolSmallerThanItsShareIsRepeatedEvenly() {
    EpochSource source =
        EpochSource.of(ArrayDatasetTest.constant(100, 1f, 10))
            .mix(TestPictures.numbered(20, 10), 0.5)
            .build();
    List<Integer> drawn = new ArrayList<>(indices(source, 0));
    drawn.removeAll(List.of(255));
    for (int i = 0; i < 20; i++) {
      int wanted = i;
      assertThat(drawn.stream().filter(d -> d == wanted).count()).isBetween(2L, 3L);
    }
  }

  @Test
  void sameBitsWhateverTheThreadsBatchesAndOrderOfCalls() throws Exception {
    EpochSource source =
        EpochSource.of(TestPictures.noise(64, 1)).augmentation(NOISY).seed(9).build();
    float[] expected = new float[64 * 784];
    int[] labels = new int[64];
    source.epoch(3).fillBatch(0, 64, expected, labels, source.newContext());

    float[] actual = new float[64 * 784];
    int[] actualLabels = new int[64];
    Epoch epoch = source.epoch(3);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> parts = new ArrayList<>();
      for (int from = 60; from >= 0; from -= 4) {
        int start = from;
        parts.add(
            threads.submit(
                () ->
                    epoch.fillBatch(
                        start, 4, actual, start * 784, actualLabels, start, source.newContext())));
      }
      for (Future<?> part : parts) {
        part.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(actual).isEqualTo(expected);
    assertThat(actualLabels).isEqualTo(labels);
  }

  @Test
  void seedsAndEpochsDiffer() {
    Dataset data = TestPictures.noise(4, 1);
    EpochSource one = EpochSource.of(data).augmentation(NOISY).seed(1).inOrder().build();
    EpochSource two = EpochSource.of(data).augmentation(NOISY).seed(2).inOrder().build();
    assertThat(picture(one, 0)).isEqualTo(picture(one, 0));
    assertThat(picture(one, 0)).isNotEqualTo(picture(one, 1)).isNotEqualTo(picture(two, 0));
  }

  @Test
  void anotherPictureOfTheEpochIsAtHand() {
    Augmentation swap = (image, context) -> context.copyOther(image);
    EpochSource source =
        EpochSource.of(TestPictures.numbered(30, 10)).augmentation(swap).inOrder().build();
    assertThat(new HashSet<>(indices(source, 0))).hasSizeBetween(10, 30);
  }

  @Test
  void fillingABatchAllocatesNothingButWhatASineDoes() {
    EpochSource source =
        EpochSource.of(TestPictures.noise(64, 1)).augmentation(AugmentationSets.wide()).build();
    Epoch epoch = source.epoch(0);
    AugmentationContext context = source.newContext();
    float[] images = new float[64 * 784];
    int[] labels = new int[64];
    epoch.fillBatch(0, 64, images, labels, context);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int round = 0; round < 10; round++) {
      epoch.fillBatch(0, 64, images, labels, context);
    }
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    // On newer Java a sine makes an array of two numbers; a picture takes at most three, or
    // cosines.
    long sines = 640 * 3 * bytesOfASine(threads);
    assertThat(allocated).as("bytes for 640 pictures").isLessThan(2048 + sines);
  }

  private static long bytesOfASine(ThreadMXBean threads) {
    double sum = StrictMath.sin(1);
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 1000; i++) {
      sum += StrictMath.sin(i * 1e-3);
    }
    long bytes = (threads.getCurrentThreadAllocatedBytes() - before) / 1000;
    assertThat(sum).isFinite();
    return bytes;
  }

  @Test
  void wrongArgumentsAreNamed() {
    Dataset data = TestPictures.numbered(10, 10);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EpochSource.of(data).mix(TestPictures.noise(5, 1), 0.1))
        .withMessage("pool: expected pictures of 4x3, got 28x28");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EpochSource.of(data).mix(data, -1))
        .withMessageContaining("share must be 0..1000, got -1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EpochSource.of(data).build().epoch(-1))
        .withMessage("epochs count from 0, got -1");
    EpochSource source = EpochSource.of(data).build();
    assertThatThrownBy(
            () -> source.epoch(0).fillBatch(8, 3, new float[36], new int[3], source.newContext()))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static float[] picture(EpochSource source, int number) {
    float[] image = new float[source.height() * source.width()];
    source.epoch(number).fillPicture(2, image, 0, source.newContext());
    return image;
  }

  private static List<Integer> indices(EpochSource source, int number) {
    int area = source.height() * source.width();
    float[] images = new float[source.epochSize() * area];
    int[] labels = new int[source.epochSize()];
    AugmentationContext context = source.newContext();
    source.epoch(number).fillBatch(0, source.epochSize(), images, labels, context);
    List<Integer> indices = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      indices.add(Math.round(images[i * area] * 255));
    }
    return indices;
  }

  private static List<Integer> range(int size) {
    Integer[] all = new Integer[size];
    Arrays.setAll(all, i -> i);
    return List.of(all);
  }
}
