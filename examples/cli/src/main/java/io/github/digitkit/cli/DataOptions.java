package io.github.digitkit.cli;

import io.github.digitkit.mnist.DataCache;
import io.github.digitkit.mnist.MissingDataException;
import io.github.digitkit.mnist.MnistDataset;
import io.github.digitkit.mnist.MnistDownloader;
import io.github.digitkit.mnist.Split;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that choose the data. Data never change silently: what is not there is an error. */
final class DataOptions {
  private static final String MNIST = "mnist";
  private static final String SYNTHETIC = "synthetic";

  @Option(
      names = "--data",
      paramLabel = "DIR|mnist|synthetic",
      description = {
        "A folder with the files of MNIST or of a set in its format; 'synthetic' for digits that"
            + " the program draws; otherwise MNIST from $DIGITKIT_DATA or the cache, where it is"
            + " fetched if it is missing."
      })
  private @Nullable String data;

  @Option(names = "--offline", description = "Never fetch data: fail if they are missing.")
  private boolean offline;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Only the first N pictures of each part of the data.")
  private @Nullable Integer limit;

  /** Loads one split. */
  DigitSet load(Split split, PrintWriter err) throws IOException {
    if (SYNTHETIC.equals(data)) {
      return limit == null ? SyntheticSet.of(split) : SyntheticSet.of(split, limit);
    }
    DigitSet all = DigitSet.of(read(split, err));
    return limit == null ? all : all.first(limit);
  }

  /** Loads one split if the data have it: an exported folder may hold only one pair of files. */
  Optional<DigitSet> loadIfPresent(Split split, PrintWriter err) throws IOException {
    try {
      return Optional.of(load(split, err));
    } catch (MissingDataException e) {
      return Optional.empty();
    }
  }

  private MnistDataset read(Split split, PrintWriter err) throws IOException {
    DataCache cache = DataCache.ofUser();
    if (data != null && !data.equals(MNIST)) {
      return MnistDataset.load(cache.mnistFolder(Path.of(data)), split);
    }
    Path folder = cache.mnistFolder();
    try {
      return MnistDataset.load(folder, split);
    } catch (MissingDataException e) {
      return MnistDataset.load(downloader(err).fetch(folder), split);
    }
  }

  private MnistDownloader downloader(PrintWriter err) {
    return offline
        ? MnistDownloader.offline()
        : MnistDownloader.builder().listener(new DownloadLog(err)).build();
  }
}
