using Saima.Projects.Reporting;

namespace Saima.Projects.Deadlines;

/// <summary>The days of one month's reports.</summary>
/// <param name="Opens">First day on which a report is taken in.</param>
/// <param name="Closes">Last day on which it is in time.</param>
/// <param name="Checked">Last day of the two checks.</param>
/// <param name="Accepted">Last day on which it is accepted.</param>
/// <param name="Version">Of the deadlines these days follow from, 0 for the example.</param>
public sealed record FilingCalendar(DateOnly Opens, DateOnly Closes, DateOnly Checked, DateOnly Accepted, int Version)
{
    /// <summary>Where a report stands of which nothing was submitted.</summary>
    public FilingState Without(DateOnly today) => today < Opens ? FilingState.NotDue : today <= Closes ? FilingState.Due : FilingState.Closed;

    public bool IsLate(DateOnly submitted) => submitted > Closes;
}
