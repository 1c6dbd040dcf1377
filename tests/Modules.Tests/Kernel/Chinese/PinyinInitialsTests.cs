using Saima.Kernel.Chinese;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Kernel.Chinese;

public sealed class PinyinInitialsTests
{
    [Theory]
    [InlineData("上虞区重大项目", "syqzdxm")]
    [InlineData("上虞区重大项目", "cdxm")] // 重 is zhòng and chóng
    [InlineData("示例·行政服务中心（二期）", "xzfw")]
    [InlineData("示例·行政服务中心（二期）", "zxeq")]
    [InlineData("5G 基站", "gjz")]
    [InlineData("厦门路改造", "xml")]
    public void A_name_is_found_by_its_initials(string name, string typed) => PinyinInitials.Match(PinyinInitials.Masks(name), typed).ShouldBeTrue();

    [Theory]
    [InlineData("上虞区", "sq")]
    [InlineData("上虞区", "syqx")]
    [InlineData("上虞区", "s1")]
    [InlineData("", "a")]
    public void Letters_that_are_not_its_initials_do_not_find_it(string name, string typed) => PinyinInitials.Match(PinyinInitials.Masks(name), typed).ShouldBeFalse();

    [Fact]
    public void Nearly_every_character_has_initials() =>
        Enumerable.Range('一', 20_992).Count(code => PinyinInitials.Of((char)code) != 0).ShouldBeGreaterThan(20_800);
}
