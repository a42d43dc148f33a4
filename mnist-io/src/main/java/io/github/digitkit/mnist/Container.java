package io.github.digitkit.mnist;

import java.util.Arrays;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** What a file can be wrapped in, told by its first bytes and never by its name. */
enum Container {
  NONE,
  GZIP,
  XZ,
  ZIP,
  TAR;

  /** As many first bytes as the decision needs: one tar header. */
  static final int HEAD_BYTES = 512;

  private static final byte[] GZIP_MAGIC = {0x1F, (byte) 0x8B};
  private static final byte[] XZ_MAGIC = {(byte) 0xFD, '7', 'z', 'X', 'Z', 0};
  private static final byte[] ZIP_ENTRY = {'P', 'K', 3, 4};
  private static final byte[] ZIP_WITHOUT_ENTRIES = {'P', 'K', 5, 6};

  static Container of(byte[] head) {
    if (startsWith(head, GZIP_MAGIC)) {
      return GZIP;
    }
    if (startsWith(head, XZ_MAGIC)) {
      return XZ;
    }
    if (startsWith(head, ZIP_ENTRY) || startsWith(head, ZIP_WITHOUT_ENTRIES)) {
      return ZIP;
    }
    return TarArchiveInputStream.matches(head, head.length) ? TAR : NONE;
  }

  private static boolean startsWith(byte[] head, byte[] magic) {
    return head.length >= magic.length
        && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
  }
}
