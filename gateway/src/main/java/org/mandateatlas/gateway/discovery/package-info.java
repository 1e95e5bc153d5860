/** Where people and clients find their way: the first page, the links, what each problem means. */
@NullMarked
package org.mandateatlas.gateway.discovery;

import org.jspecify.annotations.NullMarked;
