using System.Globalization;
using Saima.Engines.Scoring;
using Saima.Kernel.Geography;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Kernel.Geography;

public sealed class ShangyuTests
{
    [Fact]
    public void The_district_has_seven_subdistricts_ten_towns_three_townships_and_a_platform()
    {
        Count(UnitClass.Platform).ShouldBe(1);
        Count(UnitClass.Subdistrict).ShouldBe(7);
        Count(UnitClass.Town).ShouldBe(10);
        Count(UnitClass.Township).ShouldBe(3);
        Shangyu.Units.Select(unit => unit.Code).ShouldBeUnique();
        Shangyu.Units.Select(unit => unit.Name.Hans).ShouldBeUnique();
        Shangyu.Units.ShouldAllBe(unit => unit.Name.En.Length > 0 && unit.Name.Hans.Length == unit.Name.Hant.Length);
    }

    [Fact]
    public void A_unit_has_a_name_in_every_language()
    {
        var name = Shangyu.Units.Single(unit => unit.Code == "Z04").Name;
        name.In(CultureInfo.GetCultureInfo("zh-Hans")).ShouldBe("章镇镇");
        name.In(CultureInfo.GetCultureInfo("zh-Hant")).ShouldBe("章鎮鎮");
        name.In(CultureInfo.GetCultureInfo("en")).ShouldBe("Zhangzhen Town");
        name.In(CultureInfo.InvariantCulture).ShouldBe("章镇镇");
    }

    [Fact]
    public void The_district_lies_in_its_prefecture_and_province()
    {
        DivisionCode.Shangyu.IsWithin(new("330600")).ShouldBeTrue();
        DivisionCode.Shangyu.IsWithin(new("330000")).ShouldBeTrue();
        DivisionCode.Shangyu.IsWithin(new("330602")).ShouldBeFalse();
        DivisionCode.Shangyu.IsWithin(new("320000")).ShouldBeFalse();
        new DivisionCode("330600").IsWithin(DivisionCode.Shangyu).ShouldBeFalse();
        DivisionCode.ShangyuCity.Current.ShouldBe(DivisionCode.Shangyu);
        DivisionCode.Shangyu.Level.ShouldBe(DivisionLevel.County);
    }

    [Theory]
    [InlineData("33060")]
    [InlineData("33060A")]
    [InlineData("3306044")]
    [InlineData("")]
    public void What_is_no_division_code_is_refused(string text) => DivisionCode.Parse(text).Refusal!.Code.ShouldBe("DIVISION_CODE_FORM");

    private static int Count(UnitClass unitClass) => Shangyu.Units.Count(unit => unit.Class == unitClass);
}
