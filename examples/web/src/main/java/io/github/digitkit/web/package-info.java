/** The DigitKit web server: draw, drop or photograph digits and see them read. */
@NullMarked
package io.github.digitkit.web;

import org.jspecify.annotations.NullMarked;
