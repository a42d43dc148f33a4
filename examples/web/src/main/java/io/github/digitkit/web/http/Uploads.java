package io.github.digitkit.web.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/** Finds the uploaded files in a body: many in a multipart form, one otherwise. */
public final class Uploads {
  /** Files that one request may carry. */
  public static final int MOST_FILES = 32;

  private static final String MULTIPART = "multipart/form-data";
  private static final int MOST_NAME = 200;

  private Uploads() {}

  /** Whether a content type announces a form with files. */
  public static boolean isMultipart(String contentType) {
    return contentType.toLowerCase(Locale.ROOT).startsWith(MULTIPART);
  }

  /**
   * The files of a multipart body; form fields are skipped.
   *
   * @throws ProblemException if the body is malformed, has no file or too many parts
   */
  public static List<Upload> files(String contentType, byte[] body) {
    String boundary = boundary(contentType);
    Collector collector = new Collector();
    MultiPart.Parser parser = new MultiPart.Parser(boundary, collector);
    parser.setMaxParts(MOST_FILES);
    parser.setPartHeadersMaxLength(2048);
    try {
      parser.parse(Content.Chunk.from(ByteBuffer.wrap(body), true));
    } catch (RuntimeException broken) {
      throw malformed("it cannot be parsed");
    }
    return collector.result();
  }

  private static String boundary(String contentType) {
    try {
      String boundary = MultiPart.extractBoundary(contentType);
      if (boundary != null && !boundary.isEmpty()) {
        return boundary;
      }
    } catch (IllegalArgumentException unreadable) {
      // Falls through to the same message.
    }
    throw malformed("no boundary is given");
  }

  private static ProblemException malformed(String why) {
    return new ProblemException(
        Problem.badRequest(
            "The multipart body is malformed, or has more than "
                + MOST_FILES
                + " parts: "
                + why
                + "."));
  }

  private static final class Collector extends MultiPart.AbstractPartsListener {
    private final List<Upload> files = new ArrayList<>();
    private ByteArrayOutputStream content = new ByteArrayOutputStream();
    private boolean complete;
    private boolean failed;

    @Override
    public void onPartContent(Content.Chunk chunk) {
      byte[] bytes = new byte[chunk.remaining()];
      chunk.getByteBuffer().get(bytes);
      content.writeBytes(bytes);
    }

    @Override
    public void onPart(@Nullable String name, @Nullable String fileName, HttpFields headers) {
      if (fileName != null) {
        String shown = fileName.length() > MOST_NAME ? fileName.substring(0, MOST_NAME) : fileName;
        files.add(new Upload(shown, content.toByteArray()));
      }
      content = new ByteArrayOutputStream();
    }

    @Override
    public void onComplete() {
      complete = true;
    }

    @Override
    public void onFailure(Throwable failure) {
      failed = true;
    }

    List<Upload> result() {
      if (failed || !complete) {
        throw malformed("it breaks off or has a wrong part");
      }
      if (files.isEmpty()) {
        throw malformed("it has no part with a file name");
      }
      return files;
    }
  }
}
