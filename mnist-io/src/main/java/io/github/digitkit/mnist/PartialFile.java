package io.github.digitkit.mnist;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * A download that is not complete, with a note of what it is a part of, so that it is only ever
 * continued with bytes of the same version of the same file.
 */
final class PartialFile {
  private final Path part;
  private final Path note;

  PartialFile(Path target) {
    part = target.resolveSibling("." + target.getFileName() + ".part");
    note = target.resolveSibling("." + target.getFileName() + ".part-of");
  }

  Path path() {
    return part;
  }

  long size() throws IOException {
    return Files.exists(part) ? Files.size(part) : 0;
  }

  /** Returns the validator (ETag or date) with which the rest can be asked for, if it can. */
  Optional<String> validator(URI uri) throws IOException {
    if (size() == 0 || !Files.exists(note)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(note);
    return lines.size() == 2 && lines.get(0).equals(uri.toString())
        ? Optional.of(lines.get(1))
        : Optional.empty();
  }

  /** Starts anew; without a validator the part cannot be continued later. */
  OutputStream begin(URI uri, Optional<String> validator) throws IOException {
    discard();
    if (validator.isPresent()) {
      Files.write(note, List.of(uri.toString(), validator.get()));
    }
    return Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  OutputStream append() throws IOException {
    return Files.newOutputStream(part, StandardOpenOption.APPEND);
  }

  void moveTo(Path target) throws IOException {
    AtomicFile.move(part, target);
    discard();
  }

  void discard() throws IOException {
    Files.deleteIfExists(note);
    Files.deleteIfExists(part);
  }
}
