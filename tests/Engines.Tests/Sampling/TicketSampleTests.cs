using CsCheck;
using Saima.Engines.Sampling;
using Shouldly;
using Xunit;

namespace Saima.Engines.Tests.Sampling;

public sealed class TicketSampleTests
{
    private static readonly Gen<string[]> Frames = Gen.String[Gen.Char['A', 'Z'], 1, 4].Array[0, 60].Select(ids => ids.Distinct().ToArray());

    /// <summary>By hand: <c>printf 'seed,A' | sha256sum</c> and the same for B and C.</summary>
    [Fact]
    public void A_worked_example_can_be_drawn_again_with_a_command_line()
    {
        TicketSample.Ticket("seed", "A").ShouldBe("009bf9dd3e043b7fbd7ab26ce4d2b90f38b4830995f840550d785b1892f1c5b2");
        TicketSample.Ticket("seed", "B").ShouldBe("70b3b038832526c170dc18e957ee4d7e44435614b6820cbb9df71b74b973aee1");
        TicketSample.Draw(["A", "B", "C"], "seed", 2).Select(drawn => drawn.Id).ShouldBe(["A", "B"]);
    }

    [Fact]
    public void The_order_of_the_frame_does_not_matter_and_nobody_is_drawn_twice() =>
        Gen.Select(Frames, Gen.Int[0, 70], Gen.Int).Sample((frame, count, salt) =>
        {
            var drawn = TicketSample.Draw(frame, "s" + salt, count);
            drawn.Count.ShouldBe(Math.Min(count, frame.Length));
            drawn.Select(one => one.Id).Distinct().Count().ShouldBe(drawn.Count);
            drawn.ShouldAllBe(one => frame.Contains(one.Id));
            TicketSample.Draw([.. frame.Reverse()], "s" + salt, count).ShouldBe(drawn);
        });

    [Fact]
    public void Whoever_leaves_the_frame_changes_the_order_of_no_others_and_more_only_adds() =>
        Gen.Select(Frames, Gen.Int[0, 59], Gen.Int[0, 30]).Sample((frame, gone, count) =>
        {
            var all = TicketSample.Draw(frame, "seed", frame.Length).Select(one => one.Id).ToList();
            TicketSample.Draw(frame, "seed", count).Select(one => one.Id).ShouldBe(all.Take(count));
            if (frame.Length > 0)
            {
                var left = frame[gone % frame.Length];
                TicketSample.Draw([.. frame.Where(id => id != left)], "seed", frame.Length).Select(one => one.Id).ShouldBe(all.Where(id => id != left));
            }
        });

    /// <summary>A plain oracle: the smallest of all remaining numbers, again and again, compared as numbers and not as text.</summary>
    [Fact]
    public void It_draws_what_comparing_the_tickets_as_numbers_draws() =>
        Gen.Select(Frames, Gen.Int[0, 20]).Sample((frame, count) =>
        {
            var left = frame.ToList();
            var plain = new List<string>();
            while (plain.Count < count && left.Count > 0)
            {
                var least = left.MinBy(id => System.Numerics.BigInteger.Parse("0" + TicketSample.Ticket("x", id), System.Globalization.NumberStyles.HexNumber, null))!;
                plain.Add(least);
                left.Remove(least);
            }

            TicketSample.Draw(frame, "x", count).Select(one => one.Id).ShouldBe(plain);
        });

    /// <summary>Of 40 projects 10 are drawn with 4,000 seeds: each comes about 1,000 times; six standard deviations are 164.</summary>
    [Fact]
    public void Every_project_is_as_likely_as_any_other()
    {
        var frame = Enumerable.Range(1, 40).Select(number => $"P{number:D3}").ToList();
        var times = Enumerable.Range(0, 4_000).SelectMany(seed => TicketSample.Draw(frame, $"seed {seed}", 10)).CountBy(drawn => drawn.Id).ToDictionary();
        times.Count.ShouldBe(40);
        times.Values.ShouldAllBe(count => Math.Abs(count - 1_000) < 164);
    }

    [Fact]
    public void What_cannot_be_drawn_from_is_refused()
    {
        Should.Throw<ArgumentException>(() => TicketSample.Draw(["A", "A"], "s", 1));
        Should.Throw<ArgumentException>(() => TicketSample.Draw(["A", ""], "s", 1));
        Should.Throw<ArgumentException>(() => TicketSample.Draw(["A"], "", 1));
        Should.Throw<ArgumentOutOfRangeException>(() => TicketSample.Draw(["A"], "s", -1));
    }
}
