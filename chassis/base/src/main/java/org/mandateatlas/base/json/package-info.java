/** JSON bodies: strict reading and merge patches. */
@NullMarked
package org.mandateatlas.base.json;

import org.jspecify.annotations.NullMarked;
