using System.Text;
using Saima.Web;

Console.OutputEncoding = new UTF8Encoding(false);
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
SaimaWeb.AddTo(builder);
await using var app = builder.Build();
SaimaWeb.Use(app);
return await SaimaWeb.Serve(app);

/// <summary>Named for the tests, which start the site in their own process.</summary>
public partial class Program;
