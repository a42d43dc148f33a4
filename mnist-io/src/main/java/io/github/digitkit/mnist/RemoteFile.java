package io.github.digitkit.mnist;

import java.util.List;

/**
 * A file to be fetched.
 *
 * @param name its name below a mirror's address
 * @param sha256 the hash of its decompressed bytes, as mirrors compress anew
 */
record RemoteFile(String name, String sha256) {
  static final List<RemoteFile> MNIST =
      List.of(
          new RemoteFile(
              "train-images-idx3-ubyte.gz",
              "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
          new RemoteFile(
              "train-labels-idx1-ubyte.gz",
              "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
          new RemoteFile(
              "t10k-images-idx3-ubyte.gz",
              "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
          new RemoteFile(
              "t10k-labels-idx1-ubyte.gz",
              "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"));

  /** Returns the names under which the file may already lie in a folder. */
  List<String> spellings() {
    String plain = name.substring(0, name.length() - ".gz".length());
    return List.of(plain, plain.replace("-idx", ".idx"));
  }
}
