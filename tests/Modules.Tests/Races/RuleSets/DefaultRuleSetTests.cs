using System.Security.Cryptography;
using System.Text;
using Saima.Modules.Races.RuleSets;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Races.RuleSets;

public sealed class DefaultRuleSetTests
{
    [Fact]
    public void The_default_rule_set_is_an_example_in_its_canonical_form()
    {
        var document = RuleSetDocument.Default;

        document.Code.ShouldBe("SAIMA-2M-EXAMPLE");
        document.Title["zh-Hans"].ShouldBe("示例");
        document.Title["en"].ShouldBe("Example");
        Encoding.UTF8.GetString(document.Canonical).ShouldBe(Encoding.UTF8.GetString(RuleSetDocument.DefaultSource));
        document.Hash.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(document.Canonical)));
    }
}
