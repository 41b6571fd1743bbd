/// The passwords that attackers try first, folded and without spaces.
///
/// Those of fewer than ten characters are listed because people append digits to them.
enum CommonPasswords {
    static let all = Set(
        """
        password passw0rd p@ssword p@ssw0rd passwort haslo senha slaptazods parole jelszo cyfrinair
        password1 password12 password123 password1234 mypassword newpassword changeme changemenow
        letmein letmeinnow welcome welcome1 welcomehome opensesame trustnoone trustno1 secret
        topsecret iloveyou iloveyou1 iloveyouso ilovegod jesuschrist lovelove princess sunshine
        superman batman spiderman starwars pokemon dragon monkey football baseball basketball
        liverpool liverpoolfc chelsea chelseafc arsenal manchester manchesterunited manunited
        everton tottenham newcastle rangers celtic shadow master michael jennifer jessica charlie
        charlotte thomas jordan ashley daniel nicole hunter george ginger pepper cheese chocolate
        butterfly flower rainbow summer winter autumn spring january february september october
        november december monday friday computer internet qwerty qwertyuiop qwertyuiop1 qwertzuiop
        azertyuiop asdfghjkl asdfghjkl1 zxcvbnm zxcvbnm123 qwerty123 qwerty1234 qwerty12345
        1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx 1qaz2wsx3edc q1w2e3r4t5 qazwsxedc qazwsxedcrfv
        zaq12wsx zaq1zaq1 qweasdzxc asdfqwer abcd1234 abc12345 abcdefgh12 a1b2c3d4e5 aa12345678
        123456789a 123456789q 0123456789 1234567890 12345678910 123123123 123123123123 123321123
        987654321 9876543210 0987654321 1122334455 1020304050 1029384756 147258369 1472583690
        147852369 159357258 741852963 789456123 7894561230 999888777 112233445566 administrator
        admin admin123 adminadmin administrator1 testtest testing test123 guest user username
        default computer1 whatever nothing freedom fuckyou fuckyou1 asshole blahblahblah blink182
        mynameis mustang corvette ferrari mercedes porsche harley yankees steelers
        timebank timebanking timecredits timecredit mytimecredits communityhour commonhour
        volunteer volunteering volunteers community coordinator membership member cambridge
        cambridgeshire wisbech london england scotland wales cymru polska latvija lietuva portugal
        magyarorszag hungary polska1 warszawa kochamcie kocham misiek matrix bulldog cookie
        tinkerbell lovely beautiful babygirl sweetheart darling forever familyfirst friends
        """.split { $0.isWhitespace }.map(String.init)
    )
}
