using Saima.Kernel.Personal;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Kernel.Personal;

public sealed class PersonalTests
{
    [Theory]
    [InlineData("张明", "张*")]
    [InlineData("张小明", "张*明")]
    [InlineData("张王小明", "张**明")]
    [InlineData("欧阳明", "欧阳*")]
    [InlineData("欧阳小明", "欧阳*明")]
    [InlineData("欧阳", "欧*")]
    [InlineData("𬎆小明", "𬎆*明")]
    [InlineData("张𬎆", "张*")]
    [InlineData("阿卜杜拉·买买提", "阿***·买**")]
    [InlineData("John Smith", "J*** S****")]
    [InlineData("张", "*")]
    [InlineData("", "")]
    public void A_name_is_shown_with_part_of_it_hidden(string name, string shown) => MaskedName.Of(name).ShouldBe(shown);

    [Theory]
    [InlineData("证件 330604188001010019，请核对", "证件 330604********0019，请核对")]
    [InlineData("证件 11010519491231002x", "证件 110105********002X")]
    [InlineData("联系人电话 13800138000", "联系人电话 ***")]
    [InlineData("电话１３８００１３８０００。", "电话***。")]
    [InlineData("电话 138-0013-8000 或 0575-82212345", "电话 *** 或 ***")]
    [InlineData("邮箱 zhang@example.cn 收", "邮箱 *** 收")]
    public void Numbers_of_persons_are_found_in_a_text_and_masked(string text, string shown) => PersonalData.Mask(text).ShouldBe(shown);

    [Theory]
    [InlineData("330604188001010018")]
    [InlineData("项目代码 2020-330604-48-01-161234")]
    [InlineData("91330100799655058B")]
    [InlineData("总投资 13800138000123 元")]
    [InlineData("2023-12-31 完成主体结构，浇筑 12345678 方")]
    [InlineData("绍市发改〔2023〕12号")]
    public void What_only_looks_like_a_number_is_left_alone(string text) => PersonalData.Find(text).ShouldBeEmpty();
}
