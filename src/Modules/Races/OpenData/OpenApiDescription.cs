using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Saima.Ui;

namespace Saima.Modules.Races.OpenData;

/// <summary>The OpenAPI document: what everybody may read, and what a program reads with a token.</summary>
internal static class OpenApiDescription
{
    public const string Name = "v1";
    private const string Token = "token";

    public static void Add(IServiceCollection services) => services.AddOpenApi(Name, options =>
    {
        // A trial is begun by a person on the desk: a program cannot ask for one.
        options.ShouldInclude = call => call.RelativePath?.Contains("/trial/", StringComparison.Ordinal) != true && call.ActionDescriptor.EndpointMetadata.Any(one => one is DescribedAttribute or ForProgramsAttribute);
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new()
            {
                Title = "Saima 赛马",
                Version = "1.0.0",
                Description = "Published results of the race of major projects, read only. Amounts ending in Yuan are whole yuan (CNY); points have six decimals; codes are the same in every language. 已公布的赛马结果，只读；金额单位为元；代码与语言无关。",
            };
            // Wherever it is read from is where it is served.
            document.Servers = [new() { Url = "/" }];
            document.Components ??= new();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes[Token] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A read-only token that an administrator issues. 由管理员发放的只读令牌。" };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<ForProgramsAttribute>().FirstOrDefault() is { } open)
            {
                operation.Summary ??= $"With a token of the scope “{open.Scope}”";
                operation.Tags = new HashSet<OpenApiTagReference> { new(Token, context.Document) };
                operation.Security = [new() { [new OpenApiSecuritySchemeReference(Token, context.Document)] = [] }];
            }

            return Task.CompletedTask;
        });
    });
}
