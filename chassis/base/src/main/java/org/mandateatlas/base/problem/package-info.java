/** Invalid input and failures as problem documents (RFC 9457). */
@NullMarked
package org.mandateatlas.base.problem;

import org.jspecify.annotations.NullMarked;
