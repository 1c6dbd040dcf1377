using CsCheck;
using Saima.Modules.Audit.Checks;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Audit;

public sealed class ClockWatchTests
{
    private const long Minute = 60_000;
    private const long Day = 24 * 60 * Minute;

    [Fact]
    public void A_clock_that_runs_true_is_not_reported_and_every_disturbance_is() =>
        Gen.Select(Gen.Long[0, 11 * Day].List[2, 60], Gen.Int[0, 3], Gen.Int[1, 58]).Sample((steps, disturbance, where) =>
        {
            var at = where % (steps.Count - 1) + 1;
            var times = new long[steps.Count];
            for (var line = 1; line < steps.Count; line++)
            {
                times[line] = times[line - 1] + steps[line];
            }

            var now = times[^1] + 100 * Day;
            Watch(times, now).Findings.ShouldBeEmpty();

            var numbers = Enumerable.Range(1, times.Length).Select(number => (long)number).ToArray();
            switch (disturbance)
            {
                case 0:
                    times[at] = times[at - 1] - 16 * Minute;
                    break;
                case 1:
                    times[at] = times[at - 1] + 13 * Day;
                    break;
                case 2:
                    times[at] = now + 6 * Minute;
                    break;
                default:
                    for (var line = at; line < numbers.Length; line++)
                    {
                        numbers[line] += 3;
                    }

                    break;
            }

            Watch(times, now, numbers).Findings.ShouldContain(odd => odd.Kind == new[] { OddKind.Back, OddKind.Jump, OddKind.Ahead, OddKind.Gap }[disturbance] && odd.Number == numbers[at]);
        }, seed: "0N0XIzNsQ0O2", iter: 300);

    [Fact]
    public void Who_began_first_may_be_written_a_little_later() => Watch([0, 20 * Minute, 6 * Minute], Day).Findings.ShouldBeEmpty();

    [Fact]
    public void Findings_past_the_most_are_counted()
    {
        var watch = Watch([.. Enumerable.Range(0, 1000).Select(line => line % 2 * Day)], 2 * Day);
        (watch.Findings.Count, watch.Total).ShouldBe((ClockWatch.Most, 499));
    }

    private static ClockWatch Watch(long[] times, long now, long[]? numbers = null)
    {
        var watch = new ClockWatch();
        for (var line = 0; line < times.Length; line++)
        {
            watch.Add(numbers?[line] ?? line + 1, times[line], now);
        }

        return watch;
    }
}
