using Saima.Kernel.Identifiers;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Kernel.Identifiers;

public sealed class PersonAndFirmTests
{
    [Theory]
    [InlineData("91350100M000100Y43", "M000100Y4", "350100")]
    [InlineData("11330600002577014T", "002577014", "330600")]
    [InlineData("11331002002673575G", "002673575", "331002")]
    [InlineData("91330100799655058B", "799655058", "330100")]
    [InlineData("9144030071526726XG", "71526726X", "440300")]
    [InlineData(" 9144030071526726xg ", "71526726X", "440300")]
    public void A_firm_is_known_by_its_code(string text, string organisation, string division)
    {
        var code = UnifiedSocialCreditCode.Parse(text).Value!;
        code.Organisation.ShouldBe(organisation);
        code.Division.Text.ShouldBe(division);
        code.Doubt.ShouldBeNull();
    }

    [Theory]
    [InlineData("91350100M000100Y4Z", "CREDIT_CODE_CHARACTER")]
    [InlineData("9135010OM000100Y43", "CREDIT_CODE_CHARACTER")]
    [InlineData("91350100M000100Y44", "CREDIT_CODE_CHECK")]
    [InlineData("91350100M000100Y4", "CREDIT_CODE_FORM")]
    [InlineData("9135A100M000100Y43", "CREDIT_CODE_FORM")]
    [InlineData("", "CREDIT_CODE_FORM")]
    public void Anything_else_is_refused(string text, string code) => UnifiedSocialCreditCode.Parse(text).Refusal!.Code.ShouldBe(code);

    [Theory]
    [InlineData("11010519491231002X", 1949, false)]
    [InlineData("440524188001010014", 1880, true)]
    [InlineData("330604188001010019", 1880, true)]
    [InlineData("330604188001010027", 1880, false)]
    [InlineData("330604189912318887", 1899, false)]
    [InlineData("330604188503011230", 1885, true)]
    [InlineData("11010519491231002x", 1949, false)]
    public void A_citizen_is_known_by_the_number(string text, int year, bool male)
    {
        var id = CitizenId.Parse(text).Value!;
        id.BornOn.Year.ShouldBe(year);
        id.IsMale.ShouldBe(male);
        id.Reveal().ShouldBe(text.ToUpperInvariant());
    }

    [Theory]
    [InlineData("330604188001010018", "CITIZEN_ID_CHECK")]
    [InlineData("330604202302300019", "CITIZEN_ID_BIRTHDAY")]
    [InlineData("33060418800101001", "CITIZEN_ID_FORM")]
    [InlineData("33060418800101001Y", "CITIZEN_ID_FORM")]
    [InlineData("330604800101001", "CITIZEN_ID_OLD")]
    [InlineData("911124198108030024", "CITIZEN_ID_OTHER")]
    public void Another_number_is_refused_and_not_repeated(string text, string code)
    {
        var refusal = CitizenId.Parse(text).Refusal!;
        refusal.Code.ShouldBe(code);
        (refusal.Message.Zh + refusal.Message.En + refusal.Remedy.Zh + refusal.Remedy.En).ShouldNotContain(text);
    }

    [Fact]
    public void A_citizens_number_does_not_show_itself()
    {
        var id = CitizenId.Parse("330604188001010019").Value!;
        id.ToString().ShouldBe("330604********00**");
        $"{id}".ShouldNotContain("1880");
    }
}
