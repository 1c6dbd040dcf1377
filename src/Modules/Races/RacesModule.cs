using Microsoft.EntityFrameworkCore;
using Saima.Kernel.Modules;

namespace Saima.Modules.Races;

public sealed class RacesModule : SaimaModule
{
    public override string Name => "races";

    public override void MapTables(ModelBuilder model) => RacesData.Map(model);
}
