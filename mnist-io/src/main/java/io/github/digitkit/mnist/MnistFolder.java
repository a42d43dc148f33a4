package io.github.digitkit.mnist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the files of a data set in a folder. */
final class MnistFolder {
  private static final List<String> ENDINGS =
      List.of("", ".gz", ".xz", ".zip", ".tar.gz", ".tgz", ".tar.xz", ".tar");

  /** The two files of one split. */
  record Pair(NamingScheme scheme, Path images, Path labels) {}

  private MnistFolder() {}

  static Pair find(Path folder, Split split) throws IOException {
    if (!Files.isDirectory(folder)) {
      String what = Files.exists(folder) ? " is not a folder" : " does not exist";
      throw new MissingDataException("the data folder " + folder + what + hint());
    }
    List<Pair> pairs = new ArrayList<>();
    for (NamingScheme scheme : NamingScheme.values()) {
      Optional<Path> images = findFile(folder, scheme.images(split));
      Optional<Path> labels = findFile(folder, scheme.labels(split));
      if (images.isPresent() != labels.isPresent()) {
        throw missing(folder, images.isPresent() ? scheme.labels(split) : scheme.images(split));
      }
      images.ifPresent(path -> pairs.add(new Pair(scheme, path, labels.orElseThrow())));
    }
    if (pairs.size() > 1) {
      throw new IOException(
          "the folder " + folder + " holds several data sets, give one with one: " + titles(pairs));
    }
    if (pairs.isEmpty()) {
      throw missing(
          folder,
          Stream.of(NamingScheme.values())
              .map(scheme -> scheme.images(split).get(0))
              .collect(Collectors.toList()));
    }
    return pairs.get(0);
  }

  /** Returns whether the folder holds the pictures of any split of any known collection. */
  static boolean holdsData(Path folder) {
    return Stream.of(NamingScheme.values())
        .flatMap(scheme -> Stream.of(Split.values()).map(scheme::images))
        .anyMatch(names -> findFile(folder, names).isPresent());
  }

  static Optional<Path> findFile(Path folder, List<String> names) {
    return names.stream()
        .flatMap(name -> ENDINGS.stream().map(ending -> folder.resolve(name + ending)))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private static MissingDataException missing(Path folder, List<String> names) {
    return new MissingDataException(
        "no "
            + String.join(" or ", names)
            + " (also with "
            + String.join(" ", ENDINGS.subList(1, ENDINGS.size()))
            + ") in "
            + folder.toAbsolutePath().normalize()
            + hint());
  }

  /** Says what else can be done than to fetch. */
  static String alternatives() {
    return "; name another folder with --data or DIGITKIT_DATA, or train without files:"
        + " --data synthetic";
  }

  private static String hint() {
    return "; get MNIST with 'digitkit fetch mnist'" + alternatives();
  }

  private static String titles(List<Pair> pairs) {
    return pairs.stream().map(pair -> pair.scheme().title()).collect(Collectors.joining(", "));
  }
}
