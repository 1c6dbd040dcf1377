using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Saima.Kernel.Data;
using Saima.Kernel.Identity;
using Saima.Modules.Accounts.Duties;
using Saima.Modules.Accounts.People;
using Saima.Modules.Accounts.Units;
using Saima.Testing;
using Shouldly;
using Xunit;

namespace Saima.Modules.Tests.Accounts;

public sealed class CommonPasswordsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Password-2023")]
    [InlineData("P@ssw0rd-2024")]
    [InlineData("Qwertyuiop123!")]
    [InlineData("1qaz2wsx3EDC4rfv")]
    [InlineData("!!Sunshine!!2026")]
    [InlineData("Dragon-dragon-1")]
    [InlineData("P.a.s.s.w.o.r.d1")]
    [InlineData("Aa-1234567890")]
    [InlineData("Administrator1!")]
    public void What_many_choose_is_known_however_it_is_dressed_up(string password) => CommonPasswords.Contain(password).ShouldBeTrue();

    [Theory]
    [InlineData("Correct-horse-9")]
    [InlineData("Measured-in-2023")]
    [InlineData("四把不相干的Stuhl-7")]
    [InlineData("x7#Kq!v2Lw0@Zr")]
    public void What_few_would_think_of_is_not(string password) => CommonPasswords.Contain(password).ShouldBeFalse();

    [Fact]
    public void The_list_is_long_enough() => CommonPasswords.Count.ShouldBeGreaterThan(20_000);

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task A_common_password_or_one_that_everybody_here_would_guess_is_refused_with_its_remedy(string kind)
    {
        await using var data = TestDatabase.Create(kind);
        await using var site = await Site.Start(data);
        var system = await site.SignIn("系统员", Role.SystemAdministrator);
        foreach (var (password, said) in new[] { ("Password-2023", "很多人用的密码"), ("Good-saima-77", "容易猜到"), ("Hao-Shangyu-88", "容易猜到"), ("赛马Gallop-77-x", "容易猜到"), ("Wang-xiaoming-7", "容易猜到"), ("wang.xm-Gallop", "密码里有账号名") })
        {
            var answer = await (await PostedForm.Open(site, "/people/add", cookie: system)).Send(("user", "wang.xm"), ("name", "xiaoming"), ("password", password));
            SampleBoard.Text(await answer.Content.ReadAsStringAsync(Cancel)).ShouldContain(said, customMessage: password);
        }

        await using var scope = site.Services.CreateAsyncScope();
        var (db, users) = (scope.ServiceProvider.GetRequiredService<SaimaDb>(), scope.ServiceProvider.GetRequiredService<UserManager<Person>>());
        var person = (await AddPerson.Run(db, users, TimeProvider.System, "test", new("chen.er", "陈二", "Correct-horse-9"), Cancel)).Value!;
        db.Add(new Duty { PersonId = person.Id, Role = Role.Reporter, Unit = "S05", From = new(2020, 1, 1), GrantedBy = "test", GrantedAt = DateTimeOffset.UtcNow, Reason = "test" });
        db.Add(new Unit { Code = "S05", Name = "示例镇Kylin", By = "test", At = DateTimeOffset.UtcNow, Reason = "test" });
        await db.SaveChangesAsync(Cancel);
        (await ChangePassword.Run(db, users, TimeProvider.System, person.Id, ("Correct-horse-9", "示例镇kylin-Gallop-7"), null, Cancel)).Refusal!.Problems.Single().Code.ShouldBe("PASSWORD_GUESSED", "the name of one's unit");
        (await ChangePassword.Run(db, users, TimeProvider.System, person.Id, ("Correct-horse-9", "Another-horse-9"), null, Cancel)).Refusal.ShouldBeNull();
    }
}
