"""One OpenStack Swift node with its S3 interface, for tests: swift-node.py USER SECRET FOLDER...

Its data lies below the first folder whose file system keeps extended attributes. Says "ready PORT" and ends with its standard input.
"""
import os, pwd, shutil, signal, socket, sys, tempfile, time

user, secret, candidates = sys.argv[1], sys.argv[2], sys.argv[3:]


def keeps_attributes(folder):
    try:
        os.setxattr(folder, 'user.test', b'1' * 300)
        return True
    except OSError:
        return False


def home():
    for candidate in candidates:
        made = tempfile.mkdtemp(prefix='saima-swift-', dir=candidate)
        if keeps_attributes(made):
            return made
        os.rmdir(made)
    sys.exit('none of these folders keeps extended attributes: ' + ' '.join(candidates))


def free_port():
    with socket.socket() as probe:
        probe.bind(('127.0.0.1', 0))
        return probe.getsockname()[1]


def write(name, text):
    with open(os.path.join(folder, name), 'w') as file:
        file.write(text)


folder = home()
os.makedirs(os.path.join(folder, 'devices', 'd1'))
write('swift.conf', '[swift-hash]\nswift_hash_path_suffix = test\nswift_hash_path_prefix = test\n[storage-policy:0]\nname = one\ndefault = yes\n')

from swift.common import utils
utils.SWIFT_CONF_FILE = os.path.join(folder, 'swift.conf')
from swift.common.ring import RingBuilder
from swift.common.wsgi import run_wsgi
from swift.obj.server import global_conf_callback

# A busy machine is slow and not broken: nobody gives a node up because it answers late.
patient = 'conn_timeout = 20\nnode_timeout = 60\n'
ports = []
common = f'bind_ip = 127.0.0.1\nworkers = 0\nuser = {pwd.getpwuid(os.getuid()).pw_name}\nswift_dir = {folder}\nlog_level = CRITICAL\n'
for kind in ('account', 'container', 'object'):
    at = free_port()
    ports.append(at)
    ring = RingBuilder(2, 1, 1)
    ring.add_dev({'id': 0, 'region': 1, 'zone': 1, 'weight': 1, 'ip': '127.0.0.1', 'port': at, 'device': 'd1', 'replication_ip': '127.0.0.1', 'replication_port': at, 'meta': ''})
    ring.rebalance()
    ring.get_ring().save(os.path.join(folder, f'{kind}.ring.gz'))
    write(f'{kind}-server.conf', f'[DEFAULT]\n{common}bind_port = {at}\ndevices = {folder}/devices\nmount_check = false\nfallocate_reserve = 0\n'
          f'[pipeline:main]\npipeline = {kind}-server\n[app:{kind}-server]\nuse = egg:swift#{kind}\n{patient}')

# The cache answers nobody: a node alone does without, but its S3 interface asks for one.
port = free_port()
filters = {'catch_errors': '', 'gatekeeper': '', 'memcache': f'memcache_servers = 127.0.0.1:{free_port()}\n', 's3api': '', 'tempauth': f'user_{user}_{user} = {secret} .admin\n', 'slo': ''}
write('proxy-server.conf', f'[DEFAULT]\n{common}bind_port = {port}\n[pipeline:main]\npipeline = {" ".join(filters)} proxy-server\n'
      + ''.join(f'[filter:{name}]\nuse = egg:swift#{name}\n{more}' for name, more in filters.items())
      + f'[app:proxy-server]\nuse = egg:swift#proxy\naccount_autocreate = true\n{patient}error_suppression_limit = 1000000\n')

children = []
for name in ('account-server', 'container-server', 'object-server', 'proxy-server'):
    child = os.fork()
    if child == 0:
        for inherited, flags in ((0, os.O_RDONLY), (1, os.O_WRONLY)):
            os.dup2(os.open(os.devnull, flags), inherited)
        sys.exit(run_wsgi(os.path.join(folder, f'{name}.conf'), name, **({'global_conf_callback': global_conf_callback} if name == 'object-server' else {})))
    children.append(child)

# All four answer before anybody is told: the proxy alone says that the others are too busy.
for at in (*ports, port):
    for _ in range(1200):
        try:
            socket.create_connection(('127.0.0.1', at), 1).close()
            break
        except OSError:
            time.sleep(0.05)
    else:
        sys.exit(f'nothing answers at {at}')
print(f'ready {port}', flush=True)

sys.stdin.read()
for child in children:
    os.kill(child, signal.SIGKILL)
shutil.rmtree(folder, ignore_errors=True)
