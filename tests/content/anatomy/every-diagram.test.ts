/** What holds for every diagram: in one file, as each file makes its models anew, and that takes most of the time. */
import './any-pose.ts';
import './sides.ts';
import './working.ts';
