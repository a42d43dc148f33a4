package io.github.digitkit.cli;

import io.github.digitkit.mnist.DataCache;
import io.github.digitkit.mnist.MnistDownloader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts a data set into the cache. */
@Command(
    name = "fetch",
    description = {
      "Fetch a data set, verify it, and print the folder it is in.",
      "What is there already is verified and kept; an interrupted download is continued."
    })
final class FetchCommand extends CliCommand {
  @Parameters(paramLabel = "DATASET", description = "Which data set: mnist.")
  private String dataset = "";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The folder for it; otherwise $DIGITKIT_DATA, or the user's cache.")
  private @Nullable Path folder;

  @Option(names = "--offline", description = "Ask no server: fail if a file is missing.")
  private boolean offline;

  @Option(
      names = "--mirror",
      paramLabel = "URL",
      description = "A server's folder with the files, instead of the public ones; repeatable.")
  private @Nullable List<URI> mirrors;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (!dataset.equals("mnist")) {
      throw wrongUsage("DATASET must be mnist, got '" + dataset + "'");
    }
    DataCache cache = DataCache.ofUser();
    Path target = folder == null ? cache.mnistFolder() : cache.mnistFolder(folder);
    Path filled = downloader().fetch(target).toAbsolutePath().normalize();
    out()
        .println(
            json
                ? new JsonObject().put("dataset", dataset).put("folder", filled.toString())
                : filled);
    return DONE;
  }

  private MnistDownloader downloader() {
    if (offline) {
      return MnistDownloader.offline();
    }
    return MnistDownloader.builder()
        .mirrors(mirrors == null ? MnistDownloader.MIRRORS : mirrors)
        .listener(new DownloadLog(err()))
        .build();
  }
}
