package io.github.digitkit.recognizer.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Makes EXIF blocks. */
final class Exif {
  private Exif() {}

  /** A block of two entries, the second being the orientation. */
  static byte[] block(int orientation, boolean bigEndian) {
    ByteBuffer exif = ByteBuffer.allocate(38);
    exif.order(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    exif.put((byte) (bigEndian ? 'M' : 'I')).put((byte) (bigEndian ? 'M' : 'I'));
    exif.putShort((short) 42).putInt(8).putShort((short) 2);
    exif.putShort((short) 0x0100).putShort((short) 4).putInt(1).putInt(640);
    exif.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    exif.putShort((short) orientation).putShort((short) 0);
    return exif.putInt(0).array();
  }
}
