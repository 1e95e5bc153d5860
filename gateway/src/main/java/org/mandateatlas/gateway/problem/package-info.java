/** What went wrong, as problem documents. */
@NullMarked
package org.mandateatlas.gateway.problem;

import org.jspecify.annotations.NullMarked;
