using Microsoft.AspNetCore.Identity;
using Saima.Kernel.Data;
using Saima.Modules.Accounts.People;

namespace Saima.Modules.Accounts.Passkeys;

/// <summary>What everything that is done with passkeys needs.</summary>
public sealed record PasskeyDesk(SaimaDb Db, UserManager<Person> Users, TimeProvider Time, IPasskeyHandler<Person> Handler, PasskeyChallenge Challenge, PasskeySite Site);
