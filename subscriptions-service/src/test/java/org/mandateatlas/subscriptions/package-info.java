@NullMarked
package org.mandateatlas.subscriptions;

import org.jspecify.annotations.NullMarked;
