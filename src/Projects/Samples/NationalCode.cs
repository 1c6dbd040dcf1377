namespace Saima.Projects.Samples;

/// <summary>Synthetic national project codes: 24 characters with a correct check digit, for a district and a month.</summary>
internal static class NationalCode
{
    /// <summary>Writes e.g. <c>2304-330604-04-01-123451</c>.</summary>
    /// <param name="room">24 bytes.</param>
    /// <param name="month"><c>12·year + month − 1</c>.</param>
    /// <param name="district">Six-digit division code.</param>
    /// <param name="department">Two-digit code of the supervising department.</param>
    /// <param name="kind">Two-digit code of the kind of project.</param>
    /// <param name="number">Five-digit random number.</param>
    public static void Write(Span<byte> room, int month, int district, int department, int kind, int number)
    {
        var check = 10;
        Digits(room, (month / 12) % 100, 2, ref check);
        Digits(room[2..], (month % 12) + 1, 2, ref check);
        room[4] = (byte)'-';
        Digits(room[5..], district, 6, ref check);
        room[11] = (byte)'-';
        Digits(room[12..], department, 2, ref check);
        room[14] = (byte)'-';
        Digits(room[15..], kind, 2, ref check);
        room[17] = (byte)'-';
        Digits(room[18..], number, 5, ref check);
        room[23] = (byte)('0' + ((11 - check) % 10));
    }

    // ISO 7064 MOD 11,10 as the digits go by.
    private static void Digits(Span<byte> room, int value, int count, ref int check)
    {
        for (var i = count - 1; i >= 0; i--)
        {
            room[i] = (byte)('0' + (value % 10));
            value /= 10;
        }

        for (var i = 0; i < count; i++)
        {
            var sum = (check + room[i] - '0') % 10;
            check = (sum == 0 ? 10 : sum) * 2 % 11;
        }
    }
}
