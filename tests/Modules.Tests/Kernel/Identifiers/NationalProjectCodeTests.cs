using CsCheck;
using Saima.Kernel.Identifiers;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Kernel.Identifiers;

public sealed class NationalProjectCodeTests
{
    [Theory]
    [InlineData("2311-330109-04-01-789813")]
    [InlineData("2509-320193-89-01-544060")]
    [InlineData("2111-522323-04-01-342068")]
    [InlineData("2503-130981-04-01-573274")]
    [InlineData("2304-330604-04-01-123451")]
    [InlineData("2310-330604-07-02-000018")]
    [InlineData("2401-330604-04-01-999993")]
    [InlineData("2403-330604-04-05-100867")]
    public void A_code_with_its_check_digit_is_beyond_doubt(string text)
    {
        var code = NationalProjectCode.Parse(text).Value!;
        code.Text.ShouldBe(text);
        code.IsOld.ShouldBeFalse();
        code.Doubt.ShouldBeNull();
    }

    [Fact]
    public void A_wrong_check_digit_is_a_doubt_that_names_the_right_one() =>
        NationalProjectCode.Parse("2103-330604-04-01-123456").Value!.Doubt!.En.ShouldContain("should be 9");

    [Theory]
    [InlineData("2304－330604－04－01－123451")]
    [InlineData("2304‐330604‑04–01—123451")]
    [InlineData(" ２３０４-330604-04-01-123451\n")]
    public void Hyphens_and_widths_make_no_difference(string text) =>
        NationalProjectCode.Parse(text).Value!.Text.ShouldBe("2304-330604-04-01-123451");

    [Theory]
    [InlineData("2304-330604-04-01-12345")]
    [InlineData("2304-330604-04-01-1234511")]
    [InlineData("23043306040401123451")]
    [InlineData("2304-33060-404-01-123451")]
    [InlineData("2304-33060A-04-01-123451")]
    [InlineData("")]
    public void Another_form_is_refused(string text) => NationalProjectCode.Parse(text).Refusal!.Code.ShouldBe("PROJECT_CODE_FORM");

    [Theory]
    [InlineData("2313-330604-04-01-123451")]
    [InlineData("2300-330604-04-01-123451")]
    [InlineData("2021-330604-04-01-123451")]
    public void A_month_that_does_not_exist_is_refused(string text) => NationalProjectCode.Parse(text).Refusal!.Code.ShouldBe("PROJECT_CODE_MONTH");

    [Theory]
    [InlineData("2017-330604-26-03-004321", true, 2017)]
    [InlineData("2020-330604-26-03-004321", true, 2020)]
    [InlineData("2012-330604-04-01-004321", false, 2020)]
    [InlineData("2011-330604-04-01-004321", false, 2020)]
    public void A_year_where_no_month_can_be_is_an_old_code(string text, bool old, int year)
    {
        var code = NationalProjectCode.Parse(text).Value!;
        code.IsOld.ShouldBe(old);
        code.Year.ShouldBe(year);
        (code.CodedIn is null).ShouldBe(old);
        code.Division.Text.ShouldBe("330604");
        if (old)
        {
            code.Doubt.ShouldBeNull();
        }
    }

    [Fact]
    public void A_new_code_from_before_there_were_any_is_a_doubt()
    {
        var digits = "2001-330604-04-01-00432";
        NationalProjectCode.Parse(digits + NationalProjectCode.CheckDigit(digits)).Value!.Doubt!.En.ShouldContain("October 2020");
    }

    [Fact]
    public void Any_single_wrong_digit_is_noticed() =>
        Gen.Select(Gen.Int[0, 99_999], Gen.Int[0, 18], Gen.Int[1, 9]).Sample((number, place, change) =>
        {
            var digits = $"2304330604" + $"0401{number:D5}";
            var other = digits.ToCharArray();
            other[place] = (char)('0' + ((other[place] - '0' + change) % 10));
            return NationalProjectCode.CheckDigit(digits) != NationalProjectCode.CheckDigit(new string(other));
        });
}
