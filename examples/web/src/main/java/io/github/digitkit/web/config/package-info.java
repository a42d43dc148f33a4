/** Options from flags, environment and file. */
@NullMarked
package io.github.digitkit.web.config;

import org.jspecify.annotations.NullMarked;
