/** Identity of callers. */
@NullMarked
package org.mandateatlas.base.security;

import org.jspecify.annotations.NullMarked;
