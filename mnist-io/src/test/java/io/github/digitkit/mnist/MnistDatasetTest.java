package io.github.digitkit.mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MnistDatasetTest {
  private static final IdxArray IMAGES = SampleArrays.images(20, 4, 3);
  private static final IdxArray LABELS = SampleArrays.labels(20);

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "TRAIN, train-images-idx3-ubyte, train-labels-idx1-ubyte",
    "TEST, t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte",
    "TRAIN, train-images.idx3-ubyte, train-labels.idx1-ubyte",
    "TEST, t10k-images.idx3-ubyte, t10k-labels-idx1-ubyte",
    "TRAIN, train-images-idx3-ubyte.gz, train-labels-idx1-ubyte",
    "TEST, t10k-images.idx3-ubyte.zip, t10k-labels-idx1-ubyte.tar.gz",
    "TRAIN, train-images-idx3-ubyte.xz, train-labels-idx1-ubyte.tgz",
    "TRAIN, qmnist-train-images-idx3-ubyte.gz, qmnist-train-labels-idx2-int.gz",
    "TEST, qmnist-test-images-idx3-ubyte, qmnist-test-labels.idx2-int",
  })
  void usualFileNamesAreFound(Split split, String images, String labels) throws IOException {
    put(images, IMAGES);
    put(labels, LABELS);
    MnistDataset data = MnistDataset.load(folder, split);
    assertThat(data.toImages()).isEqualTo(IMAGES);
    assertThat(data.toLabels()).isEqualTo(LABELS);
    Split other = split == Split.TRAIN ? Split.TEST : Split.TRAIN;
    assertThatThrownBy(() -> MnistDataset.load(folder, other))
        .isInstanceOf(MissingDataException.class);
  }

  @Test
  void theNameDoesNotDecideHowAFileIsUnpacked() throws IOException {
    Files.write(folder.resolve("train-images-idx3-ubyte"), Packed.xz(SampleArrays.file(IMAGES)));
    Files.write(folder.resolve("train-labels-idx1-ubyte.gz"), SampleArrays.file(LABELS));
    assertThat(MnistDataset.load(folder, Split.TRAIN).count()).isEqualTo(20);
  }

  @ParameterizedTest
  @CsvSource({"emnist-digits, EMNIST-digits", "emnist-mnist, EMNIST-mnist"})
  void emnistIsTurnedUpright(String prefix, String title) throws IOException {
    put(prefix + "-test-images-idx3-ubyte.gz", IMAGES);
    put(prefix + "-test-labels-idx1-ubyte.gz", LABELS);
    MnistDataset data = MnistDataset.load(folder, Split.TEST);
    assertThat(data).hasToString(title + "[20, 3, 4]");
    for (int row = 0; row < 3; row++) {
      for (int col = 0; col < 4; col++) {
        assertThat(data.pixel(7, row, col)).isEqualTo(IMAGES.intAt(7 * 12 + col * 3 + row));
      }
    }
    assertThat(data.provenance().imagesSha256()).isEqualTo(IMAGES.sha256());
  }

  @Test
  void qmnistsFirstColumnIsTheClass() throws IOException {
    int[] columns = new int[20 * 8];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = i % 8 == 0 ? 9 - i / 8 % 10 : 1000 + i;
    }
    put("qmnist-train-images-idx3-ubyte", IMAGES);
    put("qmnist-train-labels-idx2-int", IdxArray.ofInts(columns, 20, 8));
    MnistDataset data = MnistDataset.load(folder, Split.TRAIN);
    assertThat(data.label(0)).isEqualTo(9);
    assertThat(data.label(13)).isEqualTo(6);
    columns[3 * 8] = 10;
    put("qmnist-train-labels-idx2-int", IdxArray.ofInts(columns, 20, 8));
    assertThatThrownBy(() -> MnistDataset.load(folder, Split.TRAIN))
        .hasMessageEndingWith("label 3 is 10, expected 0 to 9 (byte 108)");
  }

  @Test
  void picturesAreScaledIntoThePlaceThatIsGiven() throws IOException {
    MnistDataset data = MnistDataset.of(IMAGES, LABELS, "memory");
    float[] target = new float[20];
    target[3] = target[16] = -7;
    data.image(2, target, 4);
    assertThat(target[3]).isEqualTo(-7);
    assertThat(target[16]).isEqualTo(-7);
    for (int i = 0; i < 12; i++) {
      assertThat(target[4 + i]).isEqualTo(IMAGES.intAt(2 * 12 + i) / 255f);
      assertThat(data.image(2)[i]).isEqualTo((byte) IMAGES.intAt(2 * 12 + i));
      assertThat(data.pixel(2, i / 3, i % 3)).isEqualTo(IMAGES.intAt(2 * 12 + i));
    }
  }

  @Test
  void placesOutsideAreRefused() throws IOException {
    MnistDataset data = MnistDataset.of(IMAGES, LABELS, "memory").slice(5, 10);
    assertThatThrownBy(() -> data.label(5)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> data.image(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> data.pixel(0, 0, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> data.slice(2, 6)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> data.image(0, new float[12], 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void aSliceOfASliceShowsItsOwnPart() throws IOException {
    MnistDataset all = MnistDataset.of(IMAGES, LABELS, "memory");
    MnistDataset part = all.slice(5, 15).slice(2, 4);
    assertThat(part.count()).isEqualTo(2);
    assertThat(part.labels()).containsExactly(7, 8);
    assertThat(part.image(1)).isEqualTo(all.image(8));
    assertThat(part.toImages().dims()).containsExactly(2, 4, 3);
    assertThat(part.provenance()).isEqualTo(all.provenance());
    assertThat(part.sha256()).isNotEqualTo(all.sha256());
    assertThat(all.slice(0, 20).sha256()).isEqualTo(all.sha256());
  }

  @Test
  void differentCountsAreRefused() throws IOException {
    put("train-images-idx3-ubyte", IMAGES);
    put("train-labels-idx1-ubyte", SampleArrays.labels(19));
    assertThatThrownBy(() -> MnistDataset.load(folder, Split.TRAIN))
        .isInstanceOf(IdxFormatException.class)
        .hasMessage(
            "%s: has 19 labels, but %s has 20 images (byte 4)",
            folder.resolve("train-labels-idx1-ubyte"), folder.resolve("train-images-idx3-ubyte"));
  }

  @Test
  void wrongTypesRanksAndLabelsAreRefused() {
    IdxArray eleven = IdxArray.ofUnsignedBytes(new byte[] {3, (byte) 200}, 2);
    assertThatThrownBy(() -> MnistDataset.of(IMAGES, eleven, "x"))
        .isInstanceOf(IdxFormatException.class)
        .hasMessage("x: label 1 is 200, expected 0 to 9 (byte 9)");
    assertThatThrownBy(() -> MnistDataset.of(LABELS, LABELS, "x"))
        .hasMessage("x: expected images as ubyte[count, rows, cols], got ubyte[20] (byte 2)");
    assertThatThrownBy(() -> MnistDataset.of(IMAGES, IMAGES, "x"))
        .hasMessageContaining("expected labels as ubyte[count] or, as in QMNIST, int[count, 8]");
    assertThatThrownBy(() -> MnistDataset.of(IMAGES, IdxArray.ofInts(new int[40], 20, 2), "x"))
        .hasMessageContaining("got int[20, 2]");
    assertThatThrownBy(() -> MnistDataset.of(SampleArrays.images(0, 4, 4), LABELS, "x"))
        .hasMessageContaining("holds no picture of at least 1x1 pixels: ubyte[0, 4, 4]");
    assertThatThrownBy(() -> MnistDataset.of(SampleArrays.images(20, 4, 0), LABELS, "x"))
        .hasMessageContaining("holds no picture of at least 1x1 pixels");
  }

  @Test
  void whatIsMissingIsNamedWithWhereAndWhatHelps() throws IOException {
    assertThatThrownBy(() -> MnistDataset.load(folder, Split.TRAIN))
        .isInstanceOf(MissingDataException.class)
        .hasMessageContainingAll(
            "train-images-idx3-ubyte or qmnist-train-images-idx3-ubyte or emnist-digits-train",
            ".gz .xz .zip .tar.gz",
            folder.toString(),
            "--data",
            "DIGITKIT_DATA",
            "fetch mnist",
            "--data synthetic");
    put("train-images-idx3-ubyte", IMAGES);
    assertThatThrownBy(() -> MnistDataset.load(folder, Split.TRAIN))
        .isInstanceOf(MissingDataException.class)
        .hasMessageStartingWith("no train-labels-idx1-ubyte or train-labels.idx1-ubyte (also");
    Path none = folder.resolve("none");
    assertThatThrownBy(() -> MnistDataset.load(none, Split.TRAIN))
        .isInstanceOf(MissingDataException.class)
        .hasMessageStartingWith("the data folder " + none + " does not exist");
    assertThatThrownBy(
            () -> MnistDataset.load(folder.resolve("train-images-idx3-ubyte"), Split.TRAIN))
        .hasMessageContaining(" is not a folder");
  }

  @Test
  void aFolderWithTwoCollectionsIsNotGuessedAt() throws IOException {
    for (String prefix : new String[] {"", "emnist-digits-"}) {
      put(prefix + "train-images-idx3-ubyte", IMAGES);
      put(prefix + "train-labels-idx1-ubyte", LABELS);
    }
    assertThatThrownBy(() -> MnistDataset.load(folder, Split.TRAIN))
        .hasMessageEndingWith("holds several data sets, give one with one: MNIST, EMNIST-digits");
  }

  @Test
  void filesOfAnyNameLoadAsAPair() throws IOException {
    new IdxWriter().write(IMAGES, folder.resolve("a"));
    new IdxWriter().write(LABELS, folder.resolve("b.gz"));
    MnistDataset data = MnistDataset.load(folder.resolve("a"), folder.resolve("b.gz"));
    assertThat(data.provenance())
        .isEqualTo(
            new Provenance(
                "MNIST",
                folder.resolve("a").toString(),
                IMAGES.sha256(),
                folder.resolve("b.gz").toString(),
                LABELS.sha256()));
  }

  /** Packs as the name says. */
  private void put(String name, IdxArray array) throws IOException {
    byte[] file = SampleArrays.file(array);
    byte[] packed = file;
    if (name.endsWith(".tar.gz") || name.endsWith(".tgz")) {
      packed = Packed.gzip(Packed.tar("content", file));
    } else if (name.endsWith(".gz")) {
      packed = Packed.gzip(file);
    } else if (name.endsWith(".zip")) {
      packed = Packed.zip("content", file);
    } else if (name.endsWith(".xz")) {
      packed = Packed.xz(file);
    }
    Files.write(folder.resolve(name), packed);
  }
}
