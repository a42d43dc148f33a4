package io.github.digitkit.mnist;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts the four files of MNIST into a folder. They come from the first mirror that has the right
 * bytes, which is judged by the SHA-256 of the decompressed file; an interrupted download goes on
 * where it ended; a file appears under its name only when it is complete and right.
 *
 * <p>Immutable. Two downloads into the same folder, also of two processes, do not mix.
 */
public final class MnistDownloader {
  /** The public mirrors, in the order in which they are asked. */
  public static final List<URI> MIRRORS =
      List.of(
          URI.create("https://ossci-datasets.s3.amazonaws.com/mnist/"),
          URI.create("https://storage.googleapis.com/cvdf-datasets/mnist/"));

  private static final String LOCK = ".digitkit.lock";
  private static final int MAX_CONTINUATIONS = 5;

  private final List<RemoteFile> files;
  private final List<URI> mirrors;
  private final HttpDownload http;
  private final IdxReader reader = new IdxReader();
  private final DownloadListener listener;

  private MnistDownloader(Builder builder) {
    files = builder.files;
    mirrors = builder.mirrors;
    listener = builder.listener;
    http =
        new HttpDownload(
            builder.connectTimeout, builder.readTimeout, builder.totalTimeout, builder.maxBytes);
  }

  /** Returns a builder with the public mirrors and patient time-outs. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a downloader that asks nobody: what is not in the folder is an error at once. */
  public static MnistDownloader offline() {
    return builder().mirrors(List.of()).build();
  }

  /**
   * Makes sure that a folder holds MNIST. Files that are there, in any spelling and compression,
   * are verified and left alone; the others are fetched.
   *
   * @param folder created if need be
   * @return the folder
   * @throws MissingDataException if a file is missing and no mirror gave it, or none may be asked
   * @throws IOException if a file in the folder is not that of MNIST, or cannot be written
   */
  public Path fetch(Path folder) throws IOException {
    List<RemoteFile> missing = new ArrayList<>();
    for (RemoteFile file : files) {
      Optional<Path> present = MnistFolder.findFile(folder, file.spellings());
      if (present.isPresent()) {
        verifyPresent(present.get(), file);
      } else {
        missing.add(file);
      }
    }
    if (!missing.isEmpty()) {
      fetchAll(missing, folder);
    }
    return folder;
  }

  private void verifyPresent(Path path, RemoteFile file) throws IOException {
    try {
      verify(path, file);
    } catch (IdxFormatException | WrongHashException e) {
      throw new IOException(
          "there is a file in the way that is not MNIST's: "
              + path
              + "; move it away or name another folder. "
              + e.getMessage(),
          e);
    }
    listener.finished(file.name());
  }

  private void fetchAll(List<RemoteFile> missing, Path folder) throws IOException {
    if (mirrors.isEmpty()) {
      throw new MissingDataException(
          "offline, and MNIST is not complete in "
              + folder.toAbsolutePath().normalize()
              + ": no "
              + String.join(", no ", missing.stream().map(RemoteFile::name).toList())
              + MnistFolder.alternatives());
    }
    Files.createDirectories(folder);
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      for (RemoteFile file : missing) {
        // Another process may have fetched it while this one waited for the lock.
        if (lock.isValid() && MnistFolder.findFile(folder, file.spellings()).isEmpty()) {
          fetchOne(file, folder.resolve(file.name()));
        }
      }
    } catch (OverlappingFileLockException e) {
      throw new IOException("this program is downloading to " + folder + " already", e);
    }
  }

  private void fetchOne(RemoteFile file, Path target) throws IOException {
    List<String> reasons = new ArrayList<>();
    for (URI mirror : mirrors) {
      try {
        fetchFrom(mirror.resolve(file.name()), file, target);
        listener.finished(file.name());
        return;
      } catch (FileSystemException e) {
        throw new IOException("cannot store the download: " + e, e);
      } catch (IOException e) {
        reasons.add(mirror + ": " + reason(e));
        listener.failed(file.name(), mirror, e);
      }
    }
    throw new MissingDataException(
        "no mirror gave "
            + file.name()
            + " for "
            + target.toAbsolutePath().normalize()
            + " ("
            + String.join("; ", reasons)
            + ")"
            + MnistFolder.alternatives());
  }

  private void fetchFrom(URI uri, RemoteFile file, Path target) throws IOException {
    PartialFile part = new PartialFile(target);
    complete(uri, file, part);
    try {
      verify(part.path(), file);
    } catch (IdxFormatException | WrongHashException e) {
      part.discard();
      throw e;
    }
    part.moveTo(target);
  }

  /** Continues as long as every attempt gets further. */
  private void complete(URI uri, RemoteFile file, PartialFile part) throws IOException {
    for (int continuations = 0; ; continuations++) {
      long before = part.size();
      try {
        http.fetch(uri, part, (bytes, total) -> listener.progressed(file.name(), bytes, total));
        return;
      } catch (FileSystemException e) {
        throw e;
      } catch (IOException e) {
        if (part.size() <= before || continuations == MAX_CONTINUATIONS) {
          throw e;
        }
      }
    }
  }

  private void verify(Path path, RemoteFile file) throws IOException {
    String sha256 = reader.read(path).sha256();
    if (!sha256.equals(file.sha256())) {
      throw new WrongHashException(
          "the SHA-256 of the decompressed bytes is " + sha256 + ", expected " + file.sha256());
    }
  }

  private static String reason(IOException e) {
    // An unknown host, for one, has only the host's name for a message.
    return e.getClass() == IOException.class || e.getMessage() == null
        ? String.valueOf(e.getMessage())
        : e.getClass().getSimpleName() + ": " + e.getMessage();
  }

  /** An array that is whole, but another one. */
  private static final class WrongHashException extends IOException {
    private static final long serialVersionUID = 1L;

    WrongHashException(String message) {
      super(message);
    }
  }

  /** Settings of a downloader. Not for several threads. */
  public static final class Builder {
    private static final long DEFAULT_MAX_BYTES = 64L << 20;

    private List<RemoteFile> files = RemoteFile.MNIST;
    private List<URI> mirrors = MIRRORS;
    private Duration connectTimeout = Duration.ofSeconds(10);
    private Duration readTimeout = Duration.ofSeconds(30);
    private Duration totalTimeout = Duration.ofMinutes(30);
    private long maxBytes = DEFAULT_MAX_BYTES;
    private DownloadListener listener = DownloadListener.SILENT;

    private Builder() {}

    /** Sets the addresses of the folders with the files, in the order in which to ask them. */
    public Builder mirrors(List<URI> addresses) {
      mirrors = addresses.stream().map(Builder::asFolder).toList();
      return this;
    }

    /** Sets how long to wait for a connection (default 10 s). */
    public Builder connectTimeout(Duration timeout) {
      connectTimeout = timeout;
      return this;
    }

    /** Sets how long to wait for the next bytes (default 30 s). */
    public Builder readTimeout(Duration timeout) {
      readTimeout = timeout;
      return this;
    }

    /** Sets how long one file may take from one mirror (default 30 min). */
    public Builder totalTimeout(Duration timeout) {
      totalTimeout = timeout;
      return this;
    }

    /** Sets how large a file may be before it is decompressed (default 64 MiB). */
    public Builder maxBytes(long bytes) {
      maxBytes = bytes;
      return this;
    }

    /** Sets who hears of the progress (default nobody). */
    public Builder listener(DownloadListener value) {
      listener = value;
      return this;
    }

    Builder files(List<RemoteFile> value) {
      files = List.copyOf(value);
      return this;
    }

    /** Returns the downloader. */
    public MnistDownloader build() {
      return new MnistDownloader(this);
    }

    private static URI asFolder(URI address) {
      return address.toString().endsWith("/") ? address : URI.create(address + "/");
    }
  }
}
