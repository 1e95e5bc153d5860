/** Bad input and failures, told as RFC 9457 problem documents that name the place. */
@NullMarked
package org.mandateatlas.base.problem;

import org.jspecify.annotations.NullMarked;
