/** Who may write. */
@NullMarked
package org.mandateatlas.gateway.access;

import org.jspecify.annotations.NullMarked;
