using CsCheck;
using Saima.Kernel.Time;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Kernel.Time;

public sealed class SeasonTests
{
    [Fact]
    public void A_season_has_six_rounds_of_two_months_that_cover_the_year()
    {
        var rounds = new Season(2024).Rounds.ToList();
        rounds.Count.ShouldBe(6);
        rounds[0].FirstMonth.FirstDay.ShouldBe(new(2024, 1, 1));
        rounds[0].CutOff.ShouldBe(new(2024, 2, 29));
        rounds[5].CutOff.ShouldBe(new(2024, 12, 31));
        rounds[0].Previous.ShouldBeNull();
        foreach (var (earlier, later) in rounds.Zip(rounds.Skip(1)))
        {
            later.FirstMonth.FirstDay.ShouldBe(earlier.CutOff.AddDays(1));
            later.Previous.ShouldBe(earlier);
        }
    }

    [Fact]
    public void Every_day_belongs_to_the_round_whose_months_hold_it() =>
        Gen.Int[new DateOnly(1900, 1, 1).DayNumber, new DateOnly(2199, 12, 31).DayNumber].Sample(number =>
        {
            var day = DateOnly.FromDayNumber(number);
            var round = SeasonRound.Of(day);
            return round.FirstMonth.FirstDay <= day && day <= round.CutOff && round.Season.Year == day.Year;
        });

    [Fact]
    public void A_month_is_read_as_it_is_written() =>
        Gen.Select(Gen.Int[1, 9999], Gen.Int[1, 12]).Sample((year, number) =>
        {
            var month = new Month(year, number);
            return Month.TryParse(month.ToString(), out var read) && read == month && month.Year == year && month.Number == number
                && Month.Of(month.LastDay) == month && month.Plus(12).Index - month.Index == 12;
        });

    [Theory]
    [InlineData(null)]
    [InlineData("2023-13")]
    [InlineData("2023-00")]
    [InlineData("0000-01")]
    [InlineData("2023-4")]
    [InlineData("2023/04")]
    [InlineData("2023-04-01")]
    [InlineData("+023-04")]
    public void What_is_no_month_is_not_read(string? text) => Month.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public void There_is_no_other_round(int number) => Should.Throw<ArgumentOutOfRangeException>(() => new SeasonRound(new(2023), number));
}
