/** What an operator watches: health, readiness, metrics. */
@NullMarked
package io.github.digitkit.web.ops;

import org.jspecify.annotations.NullMarked;
