/** Citations of facts. */
@NullMarked
package org.mandateatlas.registry.citation;

import org.jspecify.annotations.NullMarked;
