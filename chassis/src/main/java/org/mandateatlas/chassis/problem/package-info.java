/** Bad input and failures, told as RFC 9457 problem documents that name the place. */
@NullMarked
package org.mandateatlas.chassis.problem;

import org.jspecify.annotations.NullMarked;
