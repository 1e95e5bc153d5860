/** The events of all streams as one ordered feed, read from the services' topics. */
@NullMarked
package org.mandateatlas.feed;

import org.jspecify.annotations.NullMarked;
