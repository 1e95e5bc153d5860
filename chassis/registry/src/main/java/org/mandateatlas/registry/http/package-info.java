/** HTTP endpoints shared by all collections. */
@NullMarked
package org.mandateatlas.registry.http;

import org.jspecify.annotations.NullMarked;
