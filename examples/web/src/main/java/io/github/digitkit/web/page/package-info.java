/** Pages in every language, static files. */
@NullMarked
package io.github.digitkit.web.page;

import org.jspecify.annotations.NullMarked;
